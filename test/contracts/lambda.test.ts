// What we rely on of Lambda's Invoke: what a function gives back, how its failure looks, and what is not there.
import {
  InvalidRequestContentException,
  InvokeCommand,
  LambdaClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from './endpoint.ts'

contract('LAMBDA', ['CONTRACTS_FUNCTION_ARN'], (place) => {
  const arn = place.given('CONTRACTS_FUNCTION_ARN')
  let client: LambdaClient
  beforeAll(() => {
    client = new LambdaClient({})
  })
  afterAll(() => client.destroy())

  const invoke = (FunctionName: string, payload: string | undefined) =>
    client.send(new InvokeCommand({ FunctionName, ...(payload && { Payload: Buffer.from(payload) }) }))
  const read = (payload: Uint8Array | undefined): unknown => JSON.parse(Buffer.from(payload ?? '').toString())

  test('the function gets the payload and the caller what it returns, whatever the script', async () => {
    const payload = { journey: 'j', list: [1, null, ''], name: 'Zoë 🌍 বাংলা' }
    const { StatusCode, FunctionError, ExecutedVersion, Payload } = await invoke(arn, JSON.stringify(payload))
    expect({ StatusCode, FunctionError, ExecutedVersion }).toEqual({
      StatusCode: 200,
      FunctionError: undefined,
      ExecutedVersion: '$LATEST',
    })
    expect(read(Payload)).toEqual(payload)
  })

  test('a function is found by its name as well as by its ARN', async () => {
    const { Payload } = await invoke(arn.split(':').at(-1)!, '{"by":"name"}')
    expect(read(Payload)).toEqual({ by: 'name' })
  })

  test('a function that throws is an answer of 200 with a FunctionError, and the name and message of the error', async () => {
    const { StatusCode, FunctionError, Payload } = await invoke(arn, '{"failAs":"Superseded"}')
    expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled'])
    expect(read(Payload)).toEqual({
      errorType: 'Superseded',
      errorMessage: 'This was asked for',
      trace: expect.arrayContaining([expect.stringContaining('This was asked for')]),
    })
  })

  test('a function that is not there is ResourceNotFoundException', async () => {
    const error: unknown = await invoke(place.newName(), '{}').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ResourceNotFoundException)
    expect(error).toMatchObject({
      $metadata: { httpStatusCode: 404 },
      message: expect.stringMatching(/^Function not found: arn:/),
    })
  })

  test('a payload that is not JSON is refused before the function is called', async () => {
    await expect(invoke(arn, '{')).rejects.toBeInstanceOf(InvalidRequestContentException)
  })
})
