// The same by Node's own hand, ten times as fast: `#sha256` in package.json is this file in Node.
import { hash } from 'node:crypto'

export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')
