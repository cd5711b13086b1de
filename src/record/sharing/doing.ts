/** What is being done with a record: opened, shown in a list, told about at once, or changed. */
export type Doing = 'look' | 'list' | 'tell' | 'write'
