// npm run deploy: everything is checked before anything is touched, and at the end it says what is left to do by hand.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  CloudFormationClient,
  DescribeStacksCommand,
  SetStackPolicyCommand,
} from '@aws-sdk/client-cloudformation'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { inventory } from '../../functions/inventory.ts'
import { type Configuration, ConfigurationError } from './configuration.ts'
import { isPlaceholder, layerFolder, prepareLayer } from './native-layer.ts'
import { stackName } from './stack-name.ts'
import { orSay, readStage } from './stage.ts'
import { namesOn } from './triggers.ts'

await orSay(async () => {
  const { name, configuration } = readStage(process.env.STAGE)
  const { region } = configuration
  await checkCredentials(configuration)
  if (namesOn(inventory, 'evidenceEvents').length > 0) {
    prepareLayer()
    if (isPlaceholder(layerFolder()))
      throw new ConfigurationError('The layer of native packages is not prepared')
  }
  const cdk = spawnSync('cdk', ['deploy', stackName, '--require-approval', 'never'], {
    stdio: 'inherit',
    env: { ...process.env, STAGE: name, AWS_REGION: region },
  })
  if (cdk.status !== 0) throw new ConfigurationError('cdk deploy has failed; what it printed says why')
  const client = new CloudFormationClient({ region })
  const StackPolicyBody = readFileSync(new URL('stack-policy.json', import.meta.url), 'utf8')
  await client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody }))
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }))
  const outputs = Object.fromEntries(
    (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  )
  process.stdout.write(leftToDo(configuration, outputs))
})

/** Throws a ConfigurationError unless they are there, valid, and of the stage's account. */
async function checkCredentials({ account, region }: Configuration): Promise<void> {
  let found: string | undefined
  try {
    found = (await new STSClient({ region }).send(new GetCallerIdentityCommand({}))).Account
  } catch (error) {
    const why = error instanceof Error ? error.name : typeof error
    throw new ConfigurationError(
      `There are no AWS credentials that work (${why}). Nothing was touched. Sign in, for instance with aws sso login, and set AWS_PROFILE.`,
    )
  }
  if (found !== account) {
    throw new ConfigurationError(
      `The credentials are of account ${found}, and the stage is in ${account}. Nothing was touched.`,
    )
  }
}

function leftToDo(
  { domain, mailDomain, alarmAddress }: Configuration,
  outputs: Readonly<Record<string, string | undefined>>,
): string {
  return `
Left to do by hand, once:
  1. DNS: ${domain} CNAME ${outputs.PagesTarget}
  2. DNS, so that emails from ${mailDomain} are signed:
       ${[outputs.MailDkim1, outputs.MailDkim2, outputs.MailDkim3].join('\n       ')}
     and a DMARC record: _dmarc.${mailDomain} TXT "v=DMARC1; p=quarantine"
  3. SES: ask for production access in the console; until then it sends to verified addresses alone.
  4. Confirm the email that SNS has sent to ${alarmAddress}.
`
}
