import { describe, expect, it } from 'vitest';
import { pictureType } from '#platform/pictures.ts';

const svg = (inside: string, more = '') =>
	Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${more}>${inside}</svg>`);

describe('the true type of a picture', () => {
	it('is read from its first bytes', () => {
		expect(pictureType(Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1'))).toBe('image/png');
		expect(pictureType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
		expect(pictureType(svg('<path d="M0 0h9"/>'))).toBe('image/svg+xml');
	});

	it.each([
		['nothing', Buffer.alloc(0)],
		['a text', Buffer.from('lambang')],
		['a page', Buffer.from('<html><body>x</body></html>')],
		['a program', Buffer.from('MZ\x90')],
		['half a PNG', Buffer.from([0x89, 0x50, 0x4e])],
		['a broken drawing', Buffer.from('<svg><path></svg>')],
		['a drawing that is no UTF-8', Buffer.from([...Buffer.from('<svg>'), 0xff, 0xfe])]
	])('is none for %s', (_, bytes) => expect(pictureType(bytes)).toBeNull());

	it.each([
		['script', svg('<script>alert(1)</script>')],
		[
			'script under another name space',
			Buffer.from('<svg xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></svg>')
		],
		['a handler', svg('<path/>', 'onload="alert(1)"')],
		['a handler in capitals', svg('<path ONCLICK="x()"/>')],
		['HTML inside', svg('<foreignObject><p>x</p></foreignObject>')],
		['a picture from elsewhere', svg('<image href="https://contoh.id/a.png"/>')],
		['a link that is a program', svg('<a href="javascript:alert(1)"><path/></a>')],
		['a style from elsewhere', svg('<style>@import "https://contoh.id/a.css";</style>')],
		['a fill from elsewhere', svg('<path fill="url(https://contoh.id/a.svg#a)"/>')],
		['an entity', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')],
		['an animation that changes a link', svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>')]
	])('is none for a drawing with %s', (_, bytes) => expect(pictureType(bytes)).toBeNull());

	it('allows what draws: gradients of its own, a picture inside', () => {
		expect(pictureType(svg('<linearGradient id="g"/><path fill="url(#g)"/><use href="#g"/>'))).toBe('image/svg+xml');
		expect(pictureType(svg('<image href="data:image/png;base64,AAAA"/>'))).toBe('image/svg+xml');
	});
});
