// Entering what a student is enrolled in.
import { Entry } from './Entry.tsx'

export const Enrolment = () => <Entry what="enrolment" />
