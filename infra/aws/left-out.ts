// What of the AWS SDK no function of ours ever reaches: in a bundle each of these modules is replaced by the little that is asked of it.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'

interface LeftOut {
  /** The end of its path, as a regular expression. */
  readonly module: string
  /** Exports what the module's importers ask for by name; it may be made of what was there. */
  readonly instead: (source: string) => string
}

const leftOut: readonly LeftOut[] = [
  // Lambda gives credentials by environment; there are no files, no SSO and no metadata service.
  {
    module: '@aws-sdk/credential-provider-node/dist-es/index.js',
    instead: () => `export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'`,
  },
  // Settings come by environment too. The chain goes on from this error to the setting's default.
  {
    module: '@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js',
    instead: () => `
      import { CredentialsProviderError } from '../property-provider/CredentialsProviderError'
      export const fromSharedConfigFiles = () => async () => {
        throw new CredentialsProviderError('There are no files of settings here')
      }`,
  },
  // Asked only in the mode "auto" of defaults, in which none of our clients is.
  {
    module:
      '@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js',
    instead: () => 'export const getInstanceMetadataRegion = undefined',
  },
  // For operations that answer with a stream of events. S3's client asks for these two, and hands on what it gets.
  {
    module: '@smithy/core/dist-es/submodules/event-streams/index.js',
    instead: () =>
      'export const resolveEventStreamSerdeConfig = (config) => config, eventStreamSerdeProvider = undefined',
  },
  // No operation of DynamoDB takes part in the discovery of endpoints any more; its client only sets it up.
  {
    module: '@aws-sdk/middleware-endpoint-discovery/dist-es/index.js',
    instead: () => `
      export const resolveEndpointDiscoveryConfig = (config) => config
      export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {}`,
  },
  // The rules know FIPS, dual stack, accounts and China; our tables are at the region's own endpoint (configuration.ts).
  {
    module: '@aws-sdk/client-dynamodb/dist-es/endpoint/endpointResolver.js',
    instead: () => `
      export const defaultEndpointResolver = ({ Region, Endpoint }) =>
        ({ url: new URL(Endpoint ?? 'https://dynamodb.' + Region + '.amazonaws.com') })`,
  },
  // Hosts of a region that configuration.ts takes end as those of the partition "aws" do.
  {
    module: '@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js',
    instead: (source) => {
      const { partitions } = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1))
      const aws = partitions.find(({ id }: { id: string }) => id === 'aws')
      return `export const partitionsInfo = ${JSON.stringify({ partitions: [{ ...aws, regions: {} }] })}`
    },
  },
  // Holds the ids of traces for machines that do several things at once; ours do one, and have its id by environment.
  {
    module: '@aws/lambda-invoke-store/dist-es/invoke-store.js',
    instead: () => 'export const InvokeStore = { getInstanceAsync: async () => undefined }',
  },
  // Of the messages of a stream of events, of which no function sends any.
  {
    module: '@smithy/signature-v4/dist-es/HeaderFormatter.js',
    instead: () => 'export class HeaderFormatter {}',
  },
  // The mode of retries is "standard" unless AWS_RETRY_MODE says otherwise, which no function is given.
  {
    module: '@smithy/core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js',
    instead: () => 'export const AdaptiveRetryStrategy = undefined',
  },
  // For a Node without node:crypto.
  {
    module: '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js',
    instead: () => 'export const Sha256Js = undefined',
  },
  // Only these two keep their place when nobody imports them; queryAll goes through the pages itself.
  { module: '@aws-sdk/lib-dynamodb/dist-es/pagination/QueryPaginator.js', instead: () => 'export {}' },
  { module: '@aws-sdk/lib-dynamodb/dist-es/pagination/ScanPaginator.js', instead: () => 'export {}' },
  // Of which the version alone is asked for.
  {
    module: '@aws-sdk/client-[a-z0-9]+/package.json',
    instead: (source) => `export default { version: '${JSON.parse(source).version}' }`,
  },
  // An error that is not registered has the same name, message and metadata, but the class of all of its service's errors.
  {
    module: '@aws-sdk/client-[a-z0-9]+/dist-es/schemas/schemas_0.js',
    instead: (source) =>
      source.replaceAll(/^\w+\.registerError\(\S+, (\w+)\);$/gm, (line, error: string) =>
        error.endsWith('ServiceException') || namedInAdapters(error) ? line : '',
      ),
  },
]

export const withoutLeftOut: Plugin = {
  name: 'without-left-out',
  setup({ onLoad, onEnd }) {
    const met = new Set<string>()
    for (const { module, instead } of leftOut) {
      onLoad({ filter: new RegExp(`/node_modules/${module}$`) }, ({ path }) => {
        met.add(module)
        return { contents: instead(readFileSync(path, 'utf8')), loader: 'js', resolveDir: dirname(path) }
      })
    }
    // A newer SDK may have moved what is left out, which would then be in again.
    onEnd(() => ({
      errors: leftOut
        .filter(({ module }) => !met.has(module))
        .map(({ module }) => ({ text: `Nothing imports ${module}: look at infra/aws/left-out.ts` })),
    }))
  },
}

function namedInAdapters(error: string): boolean {
  return adapters.some((source) => source.includes(error))
}

const folder = new URL('../../functions/adapters/', import.meta.url)
const adapters = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
