// The files of the sample institution: short texts in place of scans and photographs.
import { createHash } from 'node:crypto'
import { rows } from '../../db/conflict.ts'
import { schema, type Write, write } from '../../db/database.ts'
import type { House } from '../house.ts'

const { attachments } = schema

/** A file and the statement that stores it; `title` becomes its name. */
export function fileOf(house: House, uploadedBy: string, title: string): { id: string; stored: Write } {
  const content = Buffer.from(`${title}\n\n样例机构的示范材料，仅供演示。\nSample document of the demo institution.\n`)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const id = house.newId()
  const name = `${title.replace(/（.*）/, '')}.txt`
  const row = {
    id,
    sha256,
    name,
    mediaType: 'text/plain',
    size: content.length,
    content,
    uploadedBy,
    uploadedAt: house.now().toISOString(),
  }
  return { id, stored: write((tx) => tx.insert(attachments).values(row).returning({ id: attachments.id }), rows(1)) }
}
