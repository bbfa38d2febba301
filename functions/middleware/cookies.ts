// The cookies: their name and Secure follow the scheme of the base URL, since Safari drops Secure ones on http://127.0.0.1.
import type { Settings } from '../app/ports.ts'
import { rememberedMs } from '../app/sign-in.ts'

export type CookieName = 'session' | 'sign-in'

const seconds: Readonly<Record<CookieName, number>> = {
  session: rememberedMs / 1000,
  'sign-in': 60 * 60,
}

type BaseUrl = Pick<Settings, 'baseUrl'>

/** SameSite=Lax: Strict is not sent on arrival from webmail. */
export function setCookie(settings: BaseUrl, name: CookieName, value: string): string {
  return cookie(settings, name, value, seconds[name])
}

export function clearCookie(settings: BaseUrl, name: CookieName): string {
  return cookie(settings, name, '', 0)
}

export function readCookie(
  settings: BaseUrl,
  cookies: readonly string[],
  name: CookieName,
): string | undefined {
  const prefix = `${fullName(settings, name)}=`
  return cookies.find((each) => each.startsWith(prefix))?.slice(prefix.length) || undefined
}

function cookie(settings: BaseUrl, name: CookieName, value: string, maxAge: number): string {
  const secure = isSecure(settings) ? '; Secure' : ''
  return `${fullName(settings, name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`
}

function fullName(settings: BaseUrl, name: CookieName): string {
  return isSecure(settings) ? `__Host-${name}` : name
}

function isSecure({ baseUrl }: BaseUrl): boolean {
  return baseUrl.startsWith('https:')
}
