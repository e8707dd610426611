import { defineConfig } from 'drizzle-kit';

// The views of the facts are declared beside the questions that read them.
const schema = ['./db/schema/*.ts', './db/facts/schema.ts'];

export default defineConfig({ dialect: 'postgresql', schema, out: './db/migrations' });
