// The files an event refers to: what they held goes with the event's words into the chain, so that no evidence is exchanged later.
import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { type Db, schema } from '../db/database.ts'
import type { HistoryEvent } from '../db/queries/history.ts'
import { say } from '../machines/label.ts'
import type { Problem } from '../machines/proof/chain.ts'
import type { Found } from './lookups.ts'

const { attachments } = schema
/** Hex SHA-256 of what each file holds, by its id. */
export type Files = Record<string, string>
type Words = Record<string, unknown> | null

export const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

const ofFormat = (found: Found[]) => [...new Set(found.filter(({ format }) => format === 'attachment').map(({ value }) => value))]

/** The files that the ids in a form stand for. */
export async function filesIn({ q }: Db, found: Found[]): Promise<Files> {
  const ids = ofFormat(found)
  const rows = ids.length
    ? await q.select({ id: attachments.id, sha256: attachments.sha256 }).from(attachments).where(inArray(attachments.id, ids))
    : []
  return Object.fromEntries(rows.map((row) => [row.id, row.sha256]))
}

/** Salted with the words and erased with them: a bare hash of a short file would give it away. */
export const withFiles = (words: Words, files: Files): Words => (Object.keys(files).length ? { ...words, attached: files } : words)

const exchanged = say('附件内容与办理时不同', 'A file is not the one that was attached')

/** Files that are not what they were when their event was recorded; erased words vouch for none. */
export async function checkFiles({ q }: Pick<Db, 'q'>, events: readonly HistoryEvent[]): Promise<Problem[]> {
  const attached = events.flatMap(({ sequence, personal }) =>
    Object.entries((personal?.attached ?? {}) as Files).map(([id, digest]) => ({ sequence, id, digest })),
  )
  const problems: Problem[] = []
  for (const { sequence, id, digest } of attached)
    if ((await contentDigest(q, id)) !== digest) problems.push({ sequence, code: 'file', detail: exchanged })
  return problems
}

const contentDigest = async (q: Db['q'], id: string) => {
  const [row] = await q
    .select({ content: attachments.content })
    .from(attachments)
    .where(inArray(attachments.id, [id]))
  return row && sha256(row.content)
}
