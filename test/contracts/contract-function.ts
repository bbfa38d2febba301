// The one function that the contracts call: it fails if its payload asks for it, and else gives the payload back.
// On AWS it is to be deployed with this code, and named by CONTRACTS_FUNCTION_ARN.

export async function handler(payload: { failAs?: string } | null): Promise<unknown> {
  if (payload?.failAs) throw Object.assign(new Error('This was asked for'), { name: payload.failAs })
  return payload
}
