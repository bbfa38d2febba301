// Asks for pages one at a time over a connection that stays open, and says how long each took.
import { Agent, request } from 'node:http'

export type Timed = { readonly ms: number; readonly status: number; readonly body: string }

export type PageTimer = {
  get: (path: string) => Promise<Timed>
  post: (path: string, form: URLSearchParams) => Promise<Timed>
  close: () => void
}

export function createPageTimer(webUrl: string, cookies: ReadonlyMap<string, string>): PageTimer {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  function go(method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Timed> {
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, webUrl),
        { agent, method, headers: { cookie, ...headers } },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => {
            text += chunk
          })
          response.on('error', reject)
          response.on('end', () =>
            resolve({ ms: performance.now() - began, status: response.statusCode ?? 0, body: text }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  return {
    get: (path) => go('GET', path),
    post: (path, form) =>
      go('POST', path, form.toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        origin: new URL(webUrl).origin,
        'sec-fetch-site': 'same-origin',
      }),
    close: () => agent.destroy(),
  }
}
