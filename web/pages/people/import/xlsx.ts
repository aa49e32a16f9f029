// The first sheet of a workbook (Office Open XML): a zip archive with the cells and their words as XML in it. Read with what a browser has.

type Archive = { bytes: DataView; entries: Map<string, { at: number; packed: number; method: number }> }
const signatures = { end: 0x06054b50, entry: 0x02014b50 }
const endLength = 22
/** No table of people is larger unpacked. */
const largest = 32 * 1024 * 1024

/** The rows of the first sheet, as they are shown but for numbers' formats; an error where it is no workbook. */
export async function workbookRows(buffer: ArrayBuffer): Promise<string[][]> {
  const archive = open(buffer)
  const texts = await sharedTexts(archive)
  const sheet = await read(archive, await firstSheet(archive))
  return elements(sheet, 'row').map((row) => placed(elements(row, 'c'), texts))
}

function open(buffer: ArrayBuffer): Archive {
  const bytes = new DataView(buffer)
  let end = buffer.byteLength - endLength
  while (end >= 0 && bytes.getUint32(end, true) !== signatures.end) end--
  if (end < 0) throw new TypeError('no archive')
  const entries: Archive['entries'] = new Map()
  let at = bytes.getUint32(end + 16, true)
  for (let n = bytes.getUint16(end + 10, true); n > 0; n--) {
    if (bytes.getUint32(at, true) !== signatures.entry) throw new TypeError('a broken archive')
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.getUint16(at + offset, true)) as [number, number, number]
    entries.set(new TextDecoder().decode(new Uint8Array(buffer, at + 46, name)), {
      at: bytes.getUint32(at + 42, true),
      packed: bytes.getUint32(at + 20, true),
      method: bytes.getUint16(at + 10, true),
    })
    at += 46 + name + extra + comment
  }
  return { bytes, entries }
}

async function read({ bytes, entries }: Archive, name: string): Promise<Document> {
  const entry = entries.get(name)
  if (!entry) throw new TypeError(`no ${name}`)
  const start = entry.at + 30 + bytes.getUint16(entry.at + 26, true) + bytes.getUint16(entry.at + 28, true)
  const packed = new Uint8Array(bytes.buffer as ArrayBuffer, start, entry.packed)
  const xml = entry.method === 0 ? new TextDecoder().decode(packed) : await unpacked(packed)
  return new DOMParser().parseFromString(xml, 'application/xml')
}

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > largest) throw new RangeError('too large')
    text += decoder.decode(value, { stream: true })
  }
}

const elements = (within: Document | Element, name: string) => [...within.getElementsByTagNameNS('*', name)]

/** The sheet that stands first, by the name of its file. */
async function firstSheet(archive: Archive): Promise<string> {
  const [sheet] = elements(await read(archive, 'xl/workbook.xml'), 'sheet')
  const id = sheet && [...sheet.attributes].find(({ localName, prefix }) => localName === 'id' && prefix)?.value
  const relations = elements(await read(archive, 'xl/_rels/workbook.xml.rels'), 'Relationship')
  const target = relations.find((one) => one.getAttribute('Id') === id)?.getAttribute('Target') ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Words that several cells may share; how they are pronounced is left out. */
async function sharedTexts(archive: Archive): Promise<string[]> {
  if (!archive.entries.has('xl/sharedStrings.xml')) return []
  return elements(await read(archive, 'xl/sharedStrings.xml'), 'si').map(textOf)
}
const textOf = (item: Element) =>
  elements(item, 't')
    .filter(({ parentElement }) => parentElement?.localName !== 'rPh')
    .map(({ textContent }) => textContent ?? '')
    .join('')

/** Cells at their columns; those left out are empty. */
function placed(cells: Element[], texts: string[]): string[] {
  const row: string[] = []
  for (const cell of cells) {
    const column = columnOf(cell.getAttribute('r') ?? '') ?? row.length
    while (row.length < column) row.push('')
    row[column] = shownIn(cell, texts)
  }
  return row
}

/** `AB12` → 27. */
const columnOf = (reference: string) => {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined
}

function shownIn(cell: Element, texts: string[]): string {
  const type = cell.getAttribute('t')
  if (type === 'inlineStr') return textOf(cell)
  const value = elements(cell, 'v')[0]?.textContent ?? ''
  if (type === 's') return texts[Number(value)] ?? ''
  return type === 'b' ? (value === '1' ? 'true' : 'false') : value
}
