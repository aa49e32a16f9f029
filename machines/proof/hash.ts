// SHA-256, synchronous and the same in the browser and in Node.
import { sha256 } from '#sha256'

/** SHA-256 in lower-case hex, of bytes or of a text's UTF-8; TypeError for a text with a lone surrogate, which UTF-8 would silently replace. */
export const sha256Hex = (data: string | Uint8Array): string => {
  if (typeof data === 'string' && !data.isWellFormed()) throw new TypeError('a text with a lone surrogate has no UTF-8')
  return sha256(data)
}
