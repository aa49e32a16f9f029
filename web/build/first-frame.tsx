// What a page shows until its script is there: the name of the house, and that something is coming. Both languages and both frames are in it;
// first-look.ts says which is shown.
import { renderToStaticMarkup } from 'react-dom/server'
import { type Locale, say } from '../../machines/label.ts'
import { en } from '../locales/en.ts'
import { zhCN } from '../locales/zh-CN.ts'
import { Mark } from '../ui/Mark.tsx'

const texts = { 'zh-CN': zhCN.app, en: en.app }
const locales = Object.keys(texts) as Locale[]
const needsScript = say('请在浏览器中启用 JavaScript。', 'Please enable JavaScript in this browser.')

function InBoth({ of }: { of: 'title' | 'subtitle' }) {
  return locales.map((locale) => (
    <span key={locale} lang={locale}>
      {texts[locale][of]}
    </span>
  ))
}

function House() {
  return (
    <div className="frame house">
      <div className="header">
        <span className="brand">
          <Mark size={22} />
          <InBoth of="title" />
        </span>
      </div>
      <div className="content">
        <div className="panel loading">
          {[1, 2, 3, 4, 5, 6, 7].map((n) => (
            <i key={n} />
          ))}
        </div>
      </div>
    </div>
  )
}

function Entrance() {
  return (
    <div className="frame entrance">
      <span className="brand">
        <Mark size={30} />
        <InBoth of="title" />
      </span>
      <p className="prose quiet">
        <InBoth of="subtitle" />
      </p>
    </div>
  )
}

export const firstFrame = () =>
  renderToStaticMarkup(
    <>
      <House />
      <Entrance />
      <noscript>
        <p className="state">{Object.values(needsScript).join(' ')}</p>
      </noscript>
    </>,
  )
export const description = locales.map((locale) => `${texts[locale].title} · ${texts[locale].subtitle}`).join(' ')
