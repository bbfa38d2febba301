// The demo's browser without JavaScript, for tests.
export * from '../../infra/demo/browser.ts'
