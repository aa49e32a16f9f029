// What the migrations of this engine are generated from.
const { postgres } = require('./columns.ts')
module.exports = { ...require('./tables.ts').tablesOf(postgres), ...require('./identity-tables.ts').identityTablesOf(postgres) }
