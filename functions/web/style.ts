// The one style sheet, in the manner of the GOV.UK Design System; it stands in the page, and the CSP names it by its hash.
import { createHash } from 'node:crypto'

export const style = `
*{box-sizing:border-box}
html{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;font-size:100%;line-height:1.5;color:#1d1d1b;background:#fff;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
body{margin:0;display:flex;flex-direction:column;min-height:100vh}
.wide{width:100%;max-width:60rem;margin:0 auto;padding:0 1rem}
.skip{position:absolute;left:-999rem}.skip:focus{position:static;display:block;padding:.75rem 1rem}
header{background:#0b6156;color:#fff}
header .wide{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1.5rem;padding-top:.75rem;padding-bottom:.75rem}
header a,header button{color:#fff;font:inherit;background:none;border:0;padding:.375rem 0;min-height:24px;cursor:pointer;text-decoration:underline;text-underline-offset:.2em;text-decoration-thickness:1px}
header a:hover,header button:hover{text-decoration-thickness:3px}
header .name{font-weight:700;font-size:1.1875rem;text-decoration:none}header .name:hover{text-decoration:underline}
header nav ul{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.25rem;margin:0;padding:0;list-style:none}header li{margin:0}
body>.wide{flex:1}
main{flex:1;padding:2rem 0 4rem}
main>*,.column{max-width:42rem}
main>.full{max-width:none}
h1{font-size:2rem;line-height:1.2;margin:0 0 1.5rem}
h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 1rem}
h3{font-size:1.1875rem;line-height:1.3;margin:1.5rem 0 .5rem}
p,ul,ol,dl{font-size:1.0625rem;margin:0 0 1.25rem}
li{margin-bottom:.375rem}
a{color:#0b5f8a;text-underline-offset:.15em;text-decoration-thickness:max(1px,.0625rem)}
a:hover{text-decoration-thickness:3px;color:#083f5c}
a:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c;text-decoration:none}
.caption{display:block;font-size:1.1875rem;font-weight:400;color:#484949;margin-bottom:.25rem}
.hint{color:#484949;margin:0 0 .625rem;font-size:1.0625rem}
.lede{font-size:1.25rem}
.back{display:inline-block;margin-bottom:1.5rem;min-height:24px}
.field{margin:0 0 2rem;padding:0;border:0;min-width:0}
.field.wrong{border-left:5px solid #b3261e;padding-left:1rem}
label,legend{font-weight:700;font-size:1.1875rem;padding:0;margin:0 0 .25rem;display:block}
.wrong-text{color:#b3261e;font-weight:700;margin:0 0 .75rem}
input[type=text],input[type=email],input[type=tel],input[type=url],textarea{font:inherit;font-size:1.1875rem;width:100%;padding:.4rem .5rem;min-height:2.75rem;border:2px solid #1d1d1b;border-radius:0;background:#fff;color:inherit;margin:0}
input.short{max-width:12rem}textarea{min-height:9rem;resize:vertical}
input:focus,textarea:focus{outline:3px solid #fd0;outline-offset:0;box-shadow:inset 0 0 0 2px #1d1d1b}
.wrong input[type=text],.wrong input[type=email],.wrong input[type=tel],.wrong input[type=url],.wrong textarea{border-color:#b3261e}
.option{display:flex;align-items:flex-start;gap:.75rem;margin:0 0 .25rem;min-height:2.75rem;position:relative}
.option input{flex:none;appearance:none;width:2.5rem;height:2.5rem;margin:0;border:2px solid #1d1d1b;background:#fff no-repeat center;cursor:pointer}
.option input[type=radio]{border-radius:50%}
.option input[type=radio]:checked{background:radial-gradient(circle,#1d1d1b 42%,#fff 46%)}
.option input[type=checkbox]:checked{background-image:linear-gradient(45deg,transparent 46%,#1d1d1b 46%,#1d1d1b 54%,transparent 54%),linear-gradient(-45deg,transparent 46%,#1d1d1b 46%,#1d1d1b 54%,transparent 54%)}
.option label{font-weight:400;font-size:1.0625rem;margin:0;padding:.5rem 0}
.option .hint{margin:-.25rem 0 .5rem}
.option input:focus-visible{outline:3px solid #fd0;outline-offset:2px;box-shadow:0 0 0 2px #0b0c0c}
.button{display:inline-block;font:inherit;font-size:1.1875rem;font-weight:700;color:#fff;background:#0b6156;border:2px solid transparent;box-shadow:0 2px 0 #063029;padding:.55rem 1.1rem;margin:0 1rem 1.5rem 0;cursor:pointer;text-decoration:none;text-align:center}
.button.danger{background:#b3261e;box-shadow:0 2px 0 #5c0f0a}.button.danger:hover:not(:focus-visible){background:#8c1c16}
.button.quiet{color:#1d1d1b;background:#eeefef;box-shadow:0 2px 0 #8d9194}.button.quiet:hover:not(:focus-visible){color:#1d1d1b;background:#dcdedf}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button.plain{font:inherit;font-size:1.0625rem;color:#0b5f8a;background:none;border:0;padding:.125rem 0;min-height:24px;cursor:pointer;text-decoration:underline;text-underline-offset:.15em}button.plain:hover{color:#083f5c;text-decoration-thickness:3px}
.link{overflow-wrap:anywhere}
.button:hover{background:#084940;color:#fff}
.button:focus-visible{background:#fd0;color:#0b0c0c;box-shadow:0 2px 0 #0b0c0c}
.box{border:4px solid #0b6156;padding:1.25rem;margin:0 0 2rem}
.box>:last-child{margin-bottom:0}
.summary{border-color:#b3261e}.summary h2,.box h2{margin-top:0}
.summary ul{list-style:none;padding:0}.summary a{color:#b3261e;font-weight:700}
.inset{border-left:8px solid #b1b4b6;padding:.5rem 0 .5rem 1.25rem;margin:0 0 2rem}
.inset>:last-child,.inset p:last-child{margin-bottom:0}.inset>:first-child{margin-top:0}
.said{white-space:pre-line}
.across .field{margin-bottom:1.25rem}.across .option{display:inline-flex;gap:.5rem;margin:0 1.5rem .25rem 0}
.views{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:0 2rem;align-items:start;margin-bottom:2rem}.views .facts{margin-bottom:1rem}.views .facts dt,.views .facts dd{flex:1 1 100%}
details{margin:0 0 1.5rem}summary{font-size:1.0625rem;color:#0b5f8a;text-decoration:underline;text-underline-offset:.15em;cursor:pointer;min-height:24px;padding:.125rem 0}.tasks details{margin:.25rem 0 0}
blockquote{margin:0}blockquote.inset{margin:0 0 2rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:1.0625rem;margin:0 0 2rem;width:100%}th,td{text-align:left;vertical-align:top;padding:.625rem 1rem .625rem 0;border-bottom:1px solid #b1b4b6}
.tasks{list-style:none;padding:0;margin:0 0 2rem;border-top:1px solid #b1b4b6}
.tasks li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:.25rem 1rem;border-bottom:1px solid #b1b4b6;padding:.75rem 0;margin:0}
.tasks .what{flex:1 1 16rem}.tasks .what .hint{display:block;margin:0;font-size:1rem}.tasks .what .act{color:#1d1d1b}
.tag{flex:none;font-size:1rem;padding:.1rem .6rem;background:#e5eff2;color:#0c2d4d}
.tag.done{background:none;color:#1d1d1b;padding-left:0}.tag.now{background:#d8efe9;color:#063029;font-weight:700}.tag.back-to-you{background:#fde8c8;color:#5a2b00;font-weight:700}.tag.wait{background:#eeefef;color:#383f43}
.facts{margin:0 0 2rem;border-top:1px solid #b1b4b6}
.facts div{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;border-bottom:1px solid #b1b4b6;padding:.625rem 0}
.facts dt{font-weight:700;flex:1 1 12rem}.facts dd{margin:0;flex:2 1 16rem;min-width:0;white-space:pre-line}
.award{border:4px solid #0b6156;padding:2.5rem 1.25rem;text-align:center;margin:0 0 2rem}
.award p:last-child{margin:0}.award .level{font-size:1.25rem;margin:0 0 .5rem}.award .who{font-size:1.75rem;line-height:1.25;font-weight:700;margin:0 0 .5rem}
footer{background:#f3f4f4;border-top:1px solid #b1b4b6;padding:1.75rem 0}
footer p{font-size:1rem;margin:0 0 .5rem}
footer ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0;margin:0 0 .75rem;font-size:1rem}footer li{margin:0}footer li a{display:inline-block;min-height:24px}
@media (max-width:40rem){h1{font-size:1.625rem}.across .option{display:flex;margin-right:0}.button{width:100%;margin-right:0}main{padding-top:1.25rem}}
@media print{header nav,footer,.skip,.button,.back{display:none}header{color:#000;background:none}header .name{color:#000}}
`

export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`
