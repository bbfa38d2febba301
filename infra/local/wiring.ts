// Which function hears of what, read from the inventory.
import type { Application, Trigger } from './application.ts'
import type { Routes } from './http-api/routes.ts'
import type { Schedule } from './schedules.ts'

export function httpRoutes({ functions }: Pick<Application, 'functions'>): Routes {
  const routes = Object.entries(functions).flatMap(([name, { on }]) =>
    'http' in on ? on.http.map((route): [string, string] => [route, name]) : [],
  )
  const twice = routes.find(([route], at) => routes.findIndex(([other]) => other === route) !== at)
  if (twice) throw new Error(`Two functions have the route ${twice[0]}`)
  return Object.fromEntries(routes)
}

export function functionsOn(
  { functions }: Pick<Application, 'functions'>,
  kind: 'stream' | 'mailEvents' | 'evidenceEvents' | 'executionEvents',
): string[] {
  return namesWhere(functions, (on) => kind in on)
}

/** Throws if a schedule wakes no function. */
export function scheduledFunctions({
  functions,
  schedules,
}: Pick<Application, 'functions' | 'schedules'>): (Schedule & { functionName: string })[] {
  return Object.entries(schedules).map(([name, schedule]) => {
    const [functionName] = namesWhere(functions, (on) => 'schedule' in on && on.schedule === name)
    if (functionName === undefined) throw new Error(`The schedule ${name} wakes no function`)
    return { name, ...schedule, functionName }
  })
}

function namesWhere(functions: Application['functions'], holds: (on: Trigger) => boolean): string[] {
  return Object.keys(functions).filter((name) => holds(functions[name]!.on))
}
