module.exports = { dialect: 'sqlite', schema: './db/sqlite-schema.cjs', out: './db/migrations/sqlite' }
