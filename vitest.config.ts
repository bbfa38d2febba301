import { defineConfig } from 'vitest/config'

/** This uses every core, so it runs alone, after the others. */
const alone = ['test/journeys/simulation.test.ts']
/** Nothing in these is stubbed or kept between tests, so a worker loads what they import once for all of them. */
const pure = ['test/unit/**/*.test.ts']

const aws = 'test/infra/aws/**/*.test.ts'

/** This wants a Chromium or Chrome: `npm run test:browser` alone plays it. */
const browser = 'test/browser/**/*.test.ts'

export default defineConfig(({ mode }) => ({
  test: {
    expect: { requireAssertions: true },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects:
      mode === 'browser'
        ? [{ extends: true, test: { name: 'browser', include: [browser], fileParallelism: false } }]
        : [
            {
              extends: true,
              test: {
                name: 'together',
                include: ['test/**/*.test.ts'],
                exclude: [...alone, ...pure, aws, browser],
                sequence: { groupOrder: 0 },
              },
            },
            {
              extends: true,
              // The stack is synthesised once for them all.
              test: {
                name: 'aws',
                include: [aws],
                globalSetup: 'test/infra/aws/synthesise.ts',
                sequence: { groupOrder: 0 },
              },
            },
            {
              extends: true,
              test: { name: 'pure', include: pure, isolate: false, sequence: { groupOrder: 0 } },
            },
            {
              extends: true,
              test: { name: 'alone', include: alone, fileParallelism: false, sequence: { groupOrder: 1 } },
            },
          ],
  },
}))
