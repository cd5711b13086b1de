export default { when: { moment: '{day} at {time}' } } as const
