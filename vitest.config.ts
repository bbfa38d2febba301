import { defineConfig } from 'vitest/config'

/** These use every core or measure time as it passes, so each runs alone, after the others. */
const alone = ['test/journeys/simulation.test.ts', 'test/journeys/kill.test.ts']

const aws = 'test/infra/aws/**/*.test.ts'

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, aws],
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
        test: { name: 'alone', include: alone, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
