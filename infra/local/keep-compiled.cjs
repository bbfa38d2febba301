// Lets Node keep what it made of each file, in the machine's folder for temporary files: the next start reads that.
require('node:module').enableCompileCache()
