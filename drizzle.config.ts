import { defineConfig } from 'drizzle-kit';

// The generator cannot read a test. The views of the facts are declared beside the questions that read them.
const schema = ['./db/schema/!(*.test).ts', './db/facts/schema.ts'];

export default defineConfig({ dialect: 'postgresql', schema, out: './db/migrations' });
