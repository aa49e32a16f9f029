// The words of a drawing: broken into lines and measured without a screen, for both languages at once.
import { type Label, type Locale, say } from '../machines/label.ts'

/** Text as it is broken into lines, per language. */
export type Lines = Record<Locale, string[]>
export type Box = { width: number; height: number; lines: Lines }
type Room = { limit: number; x: number; y: number }

export const noLines: Lines = { 'zh-CN': [], en: [] }
const lineHeight = 18
const none = Number.POSITIVE_INFINITY

// Widths as common fonts draw them at 13 px, a little generous: a word must never stick out of its box.
const wide = /[\u2e80-\u9fff\uff00-\uffef\u2010-\u201f\u3000-\u303f]/u
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 13.2 : 7.1), 0)

const closing = /^[，。；：、）”]/u
/** Chinese breaks between letters, English between words. */
const pieces = (text: string) =>
  text.match(/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]+\s?/gu) ?? []

/** The text in lines of at most `limit` pixels, where its words allow. */
export function broken(text: string, limit: number): string[] {
  const lines = ['']
  for (const piece of pieces(text)) {
    const line = lines.at(-1)!
    const fits = widthOf(line + piece.trimEnd()) <= limit || line === '' || closing.test(piece)
    if (fits) lines[lines.length - 1] = line + piece
    else lines.push(piece)
  }
  return lines.map((line) => line.trimEnd())
}

/** The room that labels take, one below another, whichever language is longer. */
export function boxOf(labels: Label[], { limit, x, y }: Room): Box {
  const lines = { 'zh-CN': labels.flatMap((l) => broken(l['zh-CN'], limit)), en: labels.flatMap((l) => broken(l.en, limit)) }
  const widths = [...lines['zh-CN'], ...lines.en].map(widthOf)
  const rows = Math.max(lines['zh-CN'].length, lines.en.length)
  return { lines, width: Math.ceil(Math.max(0, ...widths)) + 2 * x, height: rows * lineHeight + 2 * y }
}

export const stateBox = (label: Label) => boxOf([label], { limit: 150, x: 14, y: 8 })
export const titleBox = (label: Label) => boxOf([label], { limit: none, x: 14, y: 6 })

type Cause = { event: string; label: Label; deadline?: string }
const timeIsUp = (label: Label) => say(`${label['zh-CN']}届满`, `${label.en}: time is up`)
const said = ({ label, deadline }: Cause) => (deadline ? timeIsUp(label) : label)
const byEvent = ({ event }: Cause) => event !== ''
/** What is written at a line: each event that leads along it; nothing where it is followed by itself. */
export const wayBox = (causes: Cause[]) => boxOf(causes.filter(byEvent).map(said), { limit: 170, x: 5, y: 2 })
/** The same on one line each, for ways that begin in any step; what happens by itself says so. */
export const asideBox = (causes: Cause[]) => boxOf(causes.map(said), { limit: none, x: 5, y: 2 })
