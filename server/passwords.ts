// Passwords on their way in: hashed for storing, and disguised where a request must be recognised again.
import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { Type } from 'typebox'
import { say } from '../machines/label.ts'

export const newPassword = Type.String({ minLength: 8, maxLength: 128, 'x-title': say('初始密码', 'Initial password') })

/** As the library that signs people in stores it; loaded with the first. */
export const hashPassword = async (password: string) => (await import('better-auth/crypto')).hashPassword(password)

const slowly = promisify<string, string, number, Buffer>(scrypt)
/** The same for the same password and salt, and as slow to guess as a stored one: a plain digest of a form with a password in it would not be. */
export const disguised = async (password: string, salt: string) => (await slowly(password.normalize('NFKC'), salt, 32)).toString('hex')
