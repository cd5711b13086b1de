/**
 * What is being done with a record: opened, shown in a list, found by a search, told about at once, changed, taken away
 * as a copy, or opened in an emergency.
 */
export type Doing = 'look' | 'list' | 'search' | 'tell' | 'write' | 'export' | 'emergency'
