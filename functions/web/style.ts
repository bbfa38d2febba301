// Our own look on top of govuk-frontend: what the design system has no component for, and the colours that are not gov.uk's.

export const style = `
:root{--govuk-brand-colour:#0b6156;--govuk-success-colour:#0b6156;--govuk-link-colour:#0b5f8a;--govuk-link-hover-colour:#083f5c;--govuk-template-background-colour:#f2f5f4}
.govuk-template{overflow-wrap:break-word}
bdi,.govuk-summary-list__value,.govuk-task-list__hint{overflow-wrap:anywhere}
a{padding:1px 0}
.govuk-back-link{line-height:24px}
blockquote.govuk-inset-text{margin-left:0;margin-right:0}
.govuk-summary-list__value,.app-said{white-space:pre-line}
.govuk-button:not(.govuk-button--secondary,.govuk-button--warning){background-color:#0b6156;box-shadow:0 2px 0 #063029}
.govuk-button:not(.govuk-button--secondary,.govuk-button--warning):hover{background-color:#084940}
.app-header{background:#0b6156;color:#fff;font:1.1875rem/1.25 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif}
.app-header>div{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1.5rem;padding:.75rem 0}
.app-header ul{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.25rem;margin:0;padding:0;list-style:none}
.app-header a,.app-header button{color:#fff;padding:.375rem 0;display:inline-block}
.app-header__name{font-weight:700;text-decoration:none}.app-header__name:hover{text-decoration:underline}
.app-header button,.app-button-link{font:inherit;background:none;border:0;min-height:24px;cursor:pointer;text-decoration:underline}
.app-button-link{white-space:nowrap;color:var(--govuk-link-colour);padding:0}
.app-header a,.app-header button,.app-button-link{text-decoration-thickness:max(1px,.0625rem);text-underline-offset:.1578em}
.app-header a:hover,.app-header button:hover,.app-button-link:hover{text-decoration-thickness:3px}
.app-header a:focus,.app-header button:focus,.app-button-link:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c;text-decoration:none}
.app-box{border:4px solid #0b6156;padding:20px;margin-bottom:30px}
.app-box>:last-child,.app-box>form>:last-child{margin-bottom:0}
.app-action{display:block;color:var(--govuk-text-colour)}
.app-views{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:0 30px;align-items:start}
.app-views .govuk-summary-list__row,.app-views .govuk-summary-list__key,.app-views .govuk-summary-list__value{display:block;width:auto}
.govuk-tag{white-space:nowrap;max-width:none}
@media (max-width:30em){.app-emails .govuk-task-list__name-and-hint,.app-emails .govuk-task-list__status{display:block;text-align:left}.app-emails .govuk-task-list__status{padding-top:0}}
.app-award{border:4px solid #0b6156;padding:40px 20px 20px;margin-bottom:30px;text-align:center}
.app-idea{border-top:1px solid #b1b4b6;padding-top:20px;margin-bottom:30px}
.app-filter{display:flex;flex-wrap:wrap;align-items:flex-end;gap:0 20px;margin-bottom:10px}.app-filter h2,.app-filter>div:last-child{flex-basis:100%;margin-bottom:10px}
.app-filter .govuk-form-group{flex:1 1 10rem;min-width:0;margin-bottom:15px}.app-filter .govuk-select{width:100%;min-width:0}
.app-part{margin-top:40px}
@media print{.app-screen{display:none}.app-filter{display:none}.app-idea{break-inside:avoid}.govuk-template{background:none}.app-header{background:none;color:#000}.app-header a{color:#000}.app-header nav,.govuk-footer,.govuk-skip-link,.govuk-button,.govuk-back-link{display:none}[href^="/"].govuk-link:after,[rel~="ugc"]:after{content:none}}
`
