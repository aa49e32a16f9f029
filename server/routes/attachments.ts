// Files: stored whole and hashed; who may read a case may read what its events refer to.
import multipart, { type MultipartFile } from '@fastify/multipart'
import { eq } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rows } from '../../db/conflict.ts'
import { schema, write } from '../../db/database.ts'
import { mayRead } from '../../db/queries/access.ts'
import { say } from '../../machines/label.ts'
import { answers } from '../answers.ts'
import { answer, commitOnce } from '../commit.ts'
import { sha256 } from '../files.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, idParam, requestOf, responses, send } from '../routing.ts'

const { attachments } = schema
const maxBytes = 10 * 1024 * 1024
const noFile = say('请用字段 file 上传一个文件', 'Send one file in the field “file”')

export async function attachmentRoutes(app: FastifyInstance) {
  await app.register(multipart, { limits: { files: 2, fields: 0, parts: 2, fileSize: maxBytes } })
  const stored = {
    operationId: 'store-attachment',
    tags: ['attachments'],
    summary: 'Store a file (multipart, field file)',
    consumes: ['multipart/form-data'],
    upload: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream', 'x-title': say('文件', 'File') } },
      additionalProperties: false,
    },
    headers: commandHeaders,
    response: responses('write', 201, 'Its id and hash', answers.attachment),
  }
  app.post('/api/attachments', { schema: stored, bodyLimit: maxBytes + 65_536, preParsing: onlyForms }, async (request, reply) =>
    send(reply, await store(app, request)),
  )
  const read = {
    operationId: 'get-attachment',
    tags: ['attachments'],
    summary: 'The file itself',
    params: idParam,
    response: responses('read', 200, 'The file'),
  }
  app.get<{ Params: { id: string } }>('/api/attachments/:id', { schema: read }, async ({ params, user }, reply) => {
    const [row] = await app.house.db.q.select().from(attachments).where(eq(attachments.id, params.id))
    if (!row || user.role === 'student-representative' || !(await mayRead(app.house.db, user, row))) return refuse('not-found')
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`)
      .send(row.content)
  })
}

/** Asked before anything is parsed: a JSON body has no business here, well-formed or not. */
async function onlyForms({ headers }: FastifyRequest) {
  if (!/^multipart\/form-data\b/i.test(headers['content-type'] ?? '')) refuse('media-type')
}

type Upload = { file: MultipartFile; content: Buffer }
const noSuchForm = () => refuse('invalid', noFile, { errors: [{ path: '/file', message: noFile }] })

/** The one file of the form; a form that breaks off or holds anything else is refused like any other malformed body. */
async function uploaded(request: FastifyRequest): Promise<Upload> {
  const found: Upload[] = []
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file' || part.fieldname !== 'file') return noSuchForm()
      found.push({ file: part, content: await part.toBuffer() })
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw error
    return noSuchForm()
  }
  return found.length === 1 ? found[0]! : noSuchForm()
}

/** At most 200 characters, none of them cut in two. */
const nameOf = ({ filename }: MultipartFile) =>
  [
    ...filename
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\p{Cc}/\\]/gu, ''),
  ]
    .slice(0, 200)
    .join('') || 'file'

async function store({ house }: FastifyInstance, request: FastifyRequest) {
  const { file, content } = await uploaded(request)
  const digest = sha256(content)
  const name = nameOf(file)
  const body = { sha256: digest, name }
  return commitOnce(
    house,
    { ...requestOf(request), body },
    () => null,
    () => {
      const id = house.newId()
      const row = {
        id,
        sha256: digest,
        name,
        mediaType: file.mimetype.slice(0, 100),
        size: content.length,
        content,
        uploadedBy: request.user.id,
        uploadedAt: house.now().toISOString(),
      }
      const writes = [write((tx) => tx.insert(attachments).values(row).returning({ id: attachments.id }), rows(1))]
      return {
        writes,
        answer: answer(
          201,
          { id, sha256: digest, name, size: content.length, mediaType: row.mediaType },
          { location: `/api/attachments/${id}` },
        ),
      }
    },
  )
}
