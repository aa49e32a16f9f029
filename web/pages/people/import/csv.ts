// Tables as text: what spreadsheets save, and what they put on the clipboard.

/** The rows of a table in text; cells may be quoted, and may then hold the separator, line breaks and doubled quotes. Empty lines are left out. */
export function cellsOf(text: string): string[][] {
  const separator = separatorIn(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one.trim())) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}

/** Whichever stands in the first line most often: a comma, a semicolon (where commas are decimal), or a tab (the clipboard). */
function separatorIn(text: string) {
  const line = text.split('\n', 1)[0]!
  const times = (sign: string) => line.split(sign).length
  return [',', '\t', ';', '，'].reduce((most, sign) => (times(sign) > times(most) ? sign : most))
}

/** UTF-8, or what Chinese spreadsheets save where it is not. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
/** A cell must not be taken for a formula by the program that opens the file. */
const harmless = (cell: string) => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell)
/** As a file that spreadsheets open with the right characters. */
export const csvFile = (rows: string[][]) =>
  new Blob([`\uFEFF${rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n')}\r\n`], {
    type: 'text/csv;charset=utf-8',
  })
