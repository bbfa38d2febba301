// The CDK app with every check on it: what is found and not acknowledged stops the synth.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  App,
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  NestedStack,
  Validations,
} from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { withAcknowledgements } from './acknowledgements.ts'
import type { Configuration } from './configuration.ts'
import type { BuiltCode } from './lambdas.ts'
import { addStack } from './stack.ts'
import type { Inventory } from './triggers.ts'

/** The folder that it is written to is the caller's, or else as the CDK's command line says. */
export function makeApp(
  inventory: Inventory,
  configuration: Configuration,
  code: BuiltCode,
  outdir?: string,
): App {
  const app = new App({
    ...(outdir !== undefined && { outdir }),
    analyticsReporting: false,
    context: {
      // CDK's own checks only warn without this.
      '@aws-cdk/core:validateAgainstDefaultRules': true,
    },
  })
  addStack(app, inventory, configuration, code)
  Validations.of(app).addPlugins(...checksOf(app).map(withAcknowledgements))
  return app
}

/** Throws on every finding, also on those that CDK's own checks only warn of, such as a value that a property does not know. */
export function synthesise(app: App): void {
  Validations.of(app).addPlugins(new RulesForNestedStacksToo() as IPolicyValidationPlugin)
  const report = join(app.synth().directory, 'validation-report.json')
  if (!existsSync(report)) return
  const { pluginReports } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly pluginReports: readonly { readonly violations: readonly { readonly ruleName: string }[] }[]
  }
  const rules = pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))
  if (rules.length > 0) throw new Error(`There are findings: ${rules.join(', ')}. They are printed above.`)
}

/** CDK's own rules, which by themselves are shown the templates of stacks alone. CDK knows them by their class. */
class RulesForNestedStacksToo extends CloudFormationValidatePlugin {
  override validate(context: IPolicyValidationContext) {
    const [main] = context.stackTemplates
    const nested = context
      .appConstruct!.node.findAll()
      .filter((construct) => construct instanceof NestedStack)
      .map(({ node, templateFile }) => ({
        ...main!,
        stackConstructPath: node.path,
        templatePath: join(dirname(main!.templatePath), templateFile),
      }))
    return super.validate({ ...context, stackTemplates: [main!, ...nested] })
  }
}

export function checksOf(app: App) {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)]
}
