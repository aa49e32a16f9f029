// SHA-256 wherever there is nothing of the kind that answers at once: in the browser.
import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export const sha256 = (data: string | Uint8Array): string => bytesToHex(digest(typeof data === 'string' ? utf8ToBytes(data) : data))
