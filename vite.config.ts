import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/**
 * What this many of the pages have in common comes in one file: a page is then made of dozens of files less, and files
 * pack far better together. Public pages load no script, so they do not pay for what staff share.
 */
const sharedByPages = 41;

export default defineConfig({
	environments: {
		client: {
			build: {
				// The list of what each page imports would be sent with every first page; the page's own file says it too.
				modulePreload: false,
				rolldownOptions: {
					output: { codeSplitting: { groups: [{ name: 'core', minShareCount: sharedByPages }] } }
				}
			}
		}
	},
	plugins: [
		tailwindcss(),
		sveltekit({
			adapter: adapter({ precompress: true }),
			compilerOptions: { runes: true },
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self'],
					'style-src-attr': ['unsafe-inline'],
					'img-src': ['self', 'data:', 'blob:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	]
});
