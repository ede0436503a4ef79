import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: ['./src/platform/**/tables.ts', './src/clinic/*/server/tables.ts', './src/clinic/*/server/tables/*.ts'],
	out: './drizzle',
	casing: 'snake_case'
});
