// The stack's name; one stage lives in one account, so it is the same in all of them.
export const stackName = 'quality-mark'
