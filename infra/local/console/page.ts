// What every page of the console looks like: one column, no script, readable at 320 pixels.
import { type Html, html } from '../../../functions/web/html.ts'

/** `refreshSeconds`: for a page that shows what is under way. */
export function consolePage(
  title: string,
  content: Html,
  { refreshSeconds }: { refreshSeconds?: number | undefined } = {},
): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshSeconds !== undefined && html`<meta http-equiv="refresh" content="${refreshSeconds}">`}
<title>${title} – laptop console</title>
<link rel="stylesheet" href="/console.css">
</head>
<body>
<header><nav aria-label="Console"><a href="/">Laptop console</a> <a href="/mailbox">Mailbox</a> <a href="/executions">Executions</a> <a href="/evidence">Evidence files</a> <a href="/clock">Clock</a></nav></header>
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
a:focus-visible, button:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px }
a:focus-visible, button:focus-visible, summary:focus-visible { background: #ffbf47; color: #16191d }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .75rem }
.messages { list-style: none; margin: 0; padding: 0 }
.messages li { border-bottom: 1px solid #b6bcc4; padding: .75rem 0 }
.messages a { font-weight: 600 }
.beside { color: #4c5561; font-size: .9rem }
.beside span { display: inline-block; margin-right: 1rem }
.notice { border-left: .4rem solid #1d4f91; margin: 0 0 1.25rem; padding: .25rem 0 .25rem 1rem }
.large { font-size: 1.25rem; font-weight: 600; line-height: 1.3 }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 }
button { background: #1d4f91; border: 2px solid #1d4f91; color: #fff; cursor: pointer; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .4rem 1rem }
button:hover { background: #163d70 }
button.quiet { background: #fff; color: #1d4f91 }
button.quiet:hover { background: #eef3f9 }
button:focus-visible { background: #ffbf47; border-color: #16191d; color: #16191d }
.tag { border: 1px solid #4c5561; border-radius: .2rem; color: #16191d; font-size: .8rem; font-weight: 600; letter-spacing: .02em; margin-left: .25rem; padding: .05rem .4rem; white-space: nowrap }
dd .tag { margin: 0 .25rem 0 0 }
.tag.running { background: #dce9f7; border-color: #1d4f91 }
.tag.failed, .tag.aborted { background: #fbe3e0; border-color: #9b2216 }
.tag.succeeded { background: #e1f1e4; border-color: #1b6b33 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem }
dt { color: #4c5561 } dd { margin: 0; min-width: 0 }
iframe { border: 1px solid #b6bcc4; box-sizing: border-box; height: 70vh; min-height: 20rem; width: 100% }
pre { border: 1px solid #b6bcc4; font: .9rem/1.5 ui-monospace, monospace; margin: 0; padding: 1rem; white-space: pre-wrap }
summary { cursor: pointer; min-height: 1.5rem; padding: .25rem 0 }
figure { margin: 0 0 1rem }
.picture { display: block; height: auto; max-width: 100%; width: 26rem }
.picture text { fill: #16191d; font: 13px system-ui, sans-serif }
.picture .name { font-weight: 600 }
.picture .box { fill: #fff; stroke: #7a828d; stroke-width: 1; stroke-dasharray: 4 3 }
.picture .passed .box { fill: #e1f1e4; stroke: #1b6b33; stroke-dasharray: none; stroke-width: 2 }
.picture .here .box { fill: #1d4f91; stroke: #16191d; stroke-dasharray: none; stroke-width: 4 }
.picture .here text { fill: #fff }
.picture .broken .box { fill: #fbe3e0; stroke: #9b2216; stroke-dasharray: none; stroke-width: 4 }
.picture .arrow { fill: none; stroke: #7a828d; stroke-width: 1.25 }
.picture .taken { stroke: #1b6b33; stroke-width: 3.5 }
.picture .head { fill: #7a828d; stroke: none }
.picture .head.taken { fill: #1b6b33 }
.history { border-collapse: collapse; width: 100% }
.history caption { text-align: left; padding-bottom: .5rem }
.history th, .history td { border-bottom: 1px solid #b6bcc4; padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top }
.history strong { font-weight: 600 }
.history thead th { color: #4c5561; font-weight: 600 }
@media (max-width: 40rem) {
  .history thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px }
  .history caption { display: block }
  .history tbody { display: block }
  .history tr { border-bottom: 1px solid #b6bcc4; display: grid; grid-template-columns: 2.5rem 1fr; padding: .4rem 0 }
  .history th, .history td { border: 0; padding: 0 }
  .history td { grid-column: 2 }
  .history td:empty { display: none }
}
`
