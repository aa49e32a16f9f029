// Settings, campuses, and students and enrolments entered one by one.
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { schema } from '../../db/database.ts'
import { procedures } from '../../machines/procedures.ts'
import { explainSettings } from '../../machines/settings-explained.ts'
import { answers } from '../answers.ts'
import {
  addCampus,
  addEnrolment,
  addStudent,
  campusForm,
  changeSettings,
  type EnrolmentForm,
  enrolmentForm,
  settingsForm,
  studentForm,
} from '../institution.ts'
import { commandHeaders, requestOf, responses, send } from '../routing.ts'
import { rowForm } from './first-steps.ts'

const command = (operationId: string, summary: string, body: object, status = 201) => ({
  operationId,
  tags: ['institution'],
  summary,
  headers: commandHeaders,
  body,
  response: responses('write', status, summary),
})
const reading = (operationId: string, summary: string, schema: object = {}) => ({
  operationId,
  tags: ['institution'],
  summary,
  response: responses('read', 200, summary, schema),
})

let explained: ReturnType<typeof explainSettings> | undefined
/** The procedures don't change while a process runs. */
const explanations = () => {
  explained ??= explainSettings(procedures)
  return explained
}

export async function institutionRoutes(app: FastifyInstance) {
  const { house } = app
  app.get(
    '/api/settings',
    { schema: reading('get-settings', 'The settings in force, their form, and where each is felt', answers.settings) },
    async () => ({
      settings: await house.settings(),
      form: settingsForm,
      explained: explanations(),
    }),
  )
  app.post<{ Body: Static<typeof settingsForm> }>(
    '/api/settings',
    { schema: command('change-settings', 'Settings for cases opened from now on', settingsForm, 200) },
    async (request, reply) => send(reply, await changeSettings(house, requestOf(request), request.body)),
  )
  app.get('/api/campuses', { schema: reading('list-campuses', 'Campuses') }, async () => ({
    items: await house.db.q.select().from(schema.campuses).orderBy(schema.campuses.id),
    next: null,
  }))
  app.get(
    '/api/institution/forms',
    { schema: reading('get-institution-forms', 'The forms for campuses, students and enrolments, and for a row of a table of people') },
    async () => ({
      campus: campusForm,
      student: studentForm,
      enrolment: enrolmentForm,
      person: rowForm,
    }),
  )
  app.post<{ Body: { id: string; zh: string; en: string } }>(
    '/api/campuses',
    { schema: command('add-campus', 'Add a campus', campusForm) },
    async (request, reply) => send(reply, await addCampus(house, requestOf(request), request.body)),
  )
  app.post<{ Body: Parameters<typeof addStudent>[3] }>(
    '/api/students',
    { schema: command('add-student', 'Enter a student', studentForm) },
    async (request, reply) => send(reply, await addStudent(house, request.user, requestOf(request), request.body)),
  )
  app.post<{ Body: EnrolmentForm }>(
    '/api/enrolments',
    { schema: command('add-enrolment', 'Enter an enrolment', enrolmentForm) },
    async (request, reply) => send(reply, await addEnrolment(house, request.user, requestOf(request), request.body)),
  )
}
