// What the migrations of this engine are generated from.
const { sqlite } = require('./columns.ts')
module.exports = { ...require('./tables.ts').tablesOf(sqlite), ...require('./identity-tables.ts').identityTablesOf(sqlite) }
