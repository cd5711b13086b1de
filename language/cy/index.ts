export default { when: { moment: '{day} am {time}' } }
