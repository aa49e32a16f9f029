// A file of a table, whatever a spreadsheet saved it as.
import { cellsOf, decoded } from './csv.ts'

/** The cells of the first sheet; an error where the file holds no table. Workbooks are told by how a zip archive begins. */
export async function cellsIn(file: File): Promise<string[][]> {
  const bytes = await file.arrayBuffer()
  const [first, second] = new Uint8Array(bytes)
  if (first !== 0x50 || second !== 0x4b) return cellsOf(decoded(bytes))
  const { workbookRows } = await import('./xlsx.ts')
  return (await workbookRows(bytes)).filter((row) => row.some((cell) => cell.trim()))
}
