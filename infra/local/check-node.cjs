// Refuses an old Node in one line, before any file that an old Node could not even read.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `This needs Node 24 or newer, and this is Node ${process.versions.node}. ` +
      'Run "npm ci" again without --ignore-scripts (it brings Node 24 for the npm scripts), or install Node 24.',
  )
  process.exit(1)
}
