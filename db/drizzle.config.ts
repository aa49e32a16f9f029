import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: ['./db/tables.ts', './db/identity-tables.ts'], out: './db/migrations' })
