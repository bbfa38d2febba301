// What every page of the console looks like: one column, no script, readable at 320 pixels.
import { type Html, html } from '../../../functions/web/html.ts'

export function consolePage(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – laptop console</title>
<link rel="stylesheet" href="/console.css">
</head>
<body>
<header><nav aria-label="Console"><a href="/">Laptop console</a> <a href="/mailbox">Mailbox</a></nav></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.html
}

export const styleSheet = `
:root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #16191d; background: #fff }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem 2rem; overflow-wrap: anywhere }
header { border-bottom: 3px solid #1d4f91; margin-bottom: 1.5rem; padding: .5rem 0 }
header a, .views a, .views strong { display: inline-block; margin-right: 1rem; padding: .25rem 0 }
a { color: #1d4f91; text-underline-offset: .15em }
a:focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; background: #ffbf47; color: #16191d }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem }
.messages { list-style: none; margin: 0; padding: 0 }
.messages li { border-bottom: 1px solid #b6bcc4; padding: .75rem 0 }
.messages a { font-weight: 600 }
.beside { color: #4c5561; font-size: .9rem }
.beside span { display: inline-block; margin-right: 1rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem }
dt { color: #4c5561 } dd { margin: 0; min-width: 0 }
iframe { border: 1px solid #b6bcc4; box-sizing: border-box; height: 70vh; min-height: 20rem; width: 100% }
pre { border: 1px solid #b6bcc4; font: .9rem/1.5 ui-monospace, monospace; margin: 0; padding: 1rem; white-space: pre-wrap }
`
