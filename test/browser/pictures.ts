// What a page looks like, so that it can be compared on any machine: the boxes of what it is made of, and a picture of a tenth of its size.
// Letters are all of one kind for it, in a font that comes with the browser: neither fonts nor names, times or digests make a difference.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('screens', import.meta.url))
const renewed = Boolean(process.env.UPDATE_SCREENS)

/** What stands where it does by the moments at which the test went on. */
const byTheSecond = '.timeline-dot, .timeline-flag, .timeline-bar'

async function fontFace(): Promise<string> {
  const fonts = await inflate(fileURLToPath(new URL('../bin/fonts.tar.br', import.meta.resolve('@sparticuz/chromium'))))
  const file = readFileSync(join(fonts, 'fonts/Open_Sans/OpenSans-Regular.ttf')).toString('base64')
  return `@font-face { font-family: Even; src: url(data:font/ttf;base64,${file}) }
    *, *::before, *::after { font-family: Even !important; word-break: break-all !important; transition: none !important; animation: none !important }
    ::placeholder { color: transparent !important }
    ${byTheSecond} { visibility: hidden !important }`
}
let face: Promise<string> | undefined

/** Every letter becomes one of two, a wide and a narrow one. The page is no good for reading afterwards. */
export async function evenOut(page: Page) {
  face ??= fontFace()
  await page.addStyleTag({ content: await face })
  await page.evaluate(async () => {
    await document.fonts.load('14px Even')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.parentElement?.closest('style, script')) continue
      node.nodeValue = node.nodeValue!.replace(/[\u3000-\uffff]/g, 'M').replace(/[^\sM]/g, 'n')
    }
    await document.fonts.ready
  })
}

/** So many px may a box be elsewhere, or larger. */
const play = 2
const most = 90
const parts =
  'header, nav, nav a, aside, main, section, h1, h2, h3, .card, .panel, table, th, tr, fieldset, button, input, textarea, .chart'

/** One line a box: what it is, where it begins, how large it is. */
export const boxesOf = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ parts, most }) =>
      [...document.querySelectorAll(parts)]
        .map((node) => ({ node, box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1)
        .slice(0, most)
        .map(({ node, box }) => {
          const name = [node.tagName.toLowerCase(), node.getAttribute('role'), node.classList[0]].filter(Boolean).join('.')
          return [name, ...[box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round)].join(' ')
        }),
    { parts, most },
  )

/** What is elsewhere than it was; nothing when it was renewed. */
export function movedFrom(name: string, boxes: string[]): string[] {
  const file = join(folder, `${name}.txt`)
  if (renewed) keep(file, `${boxes.join('\n')}\n`)
  const before = readFileSync(file, 'utf8').trim().split('\n')
  const lines = Math.max(before.length, boxes.length)
  return Array.from({ length: lines }, (_, n) => ({ was: before[n] ?? 'nothing', is: boxes[n] ?? 'nothing' }))
    .filter(({ was, is }) => !alike(was, is))
    .map(({ was, is }) => `${name}: ${was} → ${is}`)
}
function alike(was: string, is: string) {
  const [[name, ...before], [other, ...after]] = [was.split(' '), is.split(' ')]
  return name === other && before.every((number, n) => Math.abs(Number(number) - Number(after[n])) <= play)
}

/** By so much (of 255) a colour may differ, and so many of a thousand points may differ by more. */
const tolerance = { colour: 10, points: 2 }
const scale = 10

/** What looks otherwise than it did; nothing when it was renewed. */
export async function changedFrom(name: string, page: Page): Promise<string[]> {
  const file = join(folder, `${name}.png`)
  const shot = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64')
  const small = await reduced(page, shot)
  if (renewed) keep(file, Buffer.from(small, 'base64'))
  const points = await difference(page, readFileSync(file).toString('base64'), small)
  if (points <= tolerance.points) return []
  const seen = join(mkdtempSync(join(tmpdir(), 'anjuan-looks-')), `${name}.png`)
  writeFileSync(seen, Buffer.from(small, 'base64'))
  return [`${name}: ${points} of 1000 points differ; it looks like ${seen}`]
}

function keep(file: string, content: string | Buffer) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, content)
}

const reduced = (page: Page, png: string): Promise<string> =>
  page.evaluate(
    async ({ png, scale }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width / scale
      canvas.height = image.height / scale
      const brush = canvas.getContext('2d')!
      brush.imageSmoothingQuality = 'high'
      brush.drawImage(image, 0, 0, canvas.width, canvas.height)
      return canvas.toDataURL('image/png').split(',')[1]!
    },
    { png, scale },
  )

const difference = (page: Page, before: string, after: string): Promise<number> =>
  page.evaluate(
    async ({ pngs, colour }) => {
      const [was, is] = await Promise.all(
        pngs.map(async (png) => {
          const image = new Image()
          image.src = `data:image/png;base64,${png}`
          await image.decode()
          const canvas = document.createElement('canvas')
          canvas.width = image.width
          canvas.height = image.height
          const brush = canvas.getContext('2d')!
          brush.drawImage(image, 0, 0)
          return brush.getImageData(0, 0, image.width, image.height)
        }),
      )
      if (was!.width !== is!.width || was!.height !== is!.height) return 1000
      let differing = 0
      for (let at = 0; at < was!.data.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs(was!.data[at + channel]! - is!.data[at + channel]!) > colour)) differing++
      return Math.round((4000 * differing) / was!.data.length)
    },
    { pngs: [before, after], colour: tolerance.colour },
  )
