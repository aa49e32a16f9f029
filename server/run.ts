// `npm start` and `npm run demo`: what is named on the command line, built or from its sources.
import { entry } from './built.ts'
import './loading.ts'

const [name] = process.argv.slice(2)
await import(entry(name!))
