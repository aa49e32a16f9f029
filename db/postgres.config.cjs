module.exports = { dialect: 'postgresql', schema: './db/postgres-schema.cjs', out: './db/migrations/postgres' }
