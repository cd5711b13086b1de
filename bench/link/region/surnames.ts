/** Of a thousand people in Wales, about: after counts of 2020 for the first, estimates for the others. */
export const COMMON_SURNAMES: readonly (readonly [string, number])[] = [
  ['Jones', 55],
  ['Davies', 36],
  ['Williams', 35],
  ['Evans', 23],
  ['Thomas', 23],
  ['Roberts', 16],
  ['Lewis', 14],
  ['Hughes', 13],
  ['Morgan', 12],
  ['Griffiths', 11],
  ['Edwards', 10],
  ['Smith', 9],
  ['James', 8],
  ['Rees', 8],
  ['Owen', 7],
  ['Price', 7],
  ['Phillips', 7],
  ['Jenkins', 7],
  ['Harris', 6],
  ['Lloyd', 6],
  ['Richards', 6],
  ['Parry', 5],
  ['Powell', 5],
  ['Taylor', 4],
  ['Watkins', 4],
  ['John', 4],
  ['Brown', 4],
  ['Howells', 4],
  ['Pritchard', 4],
  ['Morris', 4],
  ['Ellis', 4],
  ['Bowen', 3],
  ['Walters', 3],
  ['Humphreys', 3],
  ['Hopkins', 3],
  ['Bevan', 3],
  ['Pugh', 3],
  ['Vaughan', 3],
  ['Prosser', 2],
  ['ap Dafydd', 1],
  ['ab Owain', 1],
  ['ap Rhys', 1],
  ['Llywelyn', 1],
]
/** What one in so many thousand households has instead: names from the long list. */
export const OTHERS_PER_THOUSAND = 560

/** People whose names come from elsewhere, and of how many in a thousand households. Invented combinations. */
export const ELSEWHERE: readonly {
  readonly group: string
  readonly perThousand: number
  readonly surnames: readonly string[]
  readonly women: readonly string[]
  readonly men: readonly string[]
}[] = [
  {
    group: 'pl',
    perThousand: 30,
    surnames: [
      'Nowak',
      'Kowalski',
      'Wiśniewski',
      'Wójcik',
      'Kamiński',
      'Zieliński',
      'Szymański',
      'Woźniak',
      'Dąbrowski',
    ],
    women: ['Anna', 'Katarzyna', 'Agnieszka', 'Małgorzata', 'Zofia', 'Magdalena', 'Joanna', 'Ewa', 'Aleksandra'],
    men: ['Piotr', 'Krzysztof', 'Andrzej', 'Tomasz', 'Paweł', 'Michał', 'Jakub', 'Łukasz', 'Marcin', 'Kacper'],
  },
  {
    group: 'sa',
    perThousand: 32,
    surnames: ['Khan', 'Ahmed', 'Hussain', 'Ali', 'Begum', 'Rahman', 'Miah', 'Uddin', 'Chowdhury', 'Malik', 'Iqbal'],
    women: ['Fatima', 'Aisha', 'Maryam', 'Nasreen', 'Shabnam', 'Zainab', 'Rukhsana', 'Sadia', 'Farida', 'Noor'],
    men: ['Mohammed', 'Muhammad', 'Abdul', 'Imran', 'Tariq', 'Yusuf', 'Bilal', 'Kamran', 'Shahid', 'Rashid', 'Omar'],
  },
  {
    group: 'in',
    perThousand: 18,
    surnames: ['Patel', 'Singh', 'Sharma', 'Kaur', 'Thomas', 'Joseph', 'Nair', 'Reddy', 'Gupta', 'Mathew', 'Kumar'],
    women: ['Priya', 'Anjali', 'Lakshmi', 'Divya', 'Kavita', 'Sunita', 'Asha', 'Meera', 'Neha', 'Jaspreet'],
    men: ['Raj', 'Arjun', 'Sanjay', 'Vijay', 'Anil', 'Rahul', 'Harpreet', 'Suresh', 'Deepak', 'Biju'],
  },
  {
    group: 'ar',
    perThousand: 16,
    surnames: ['Al-Hassan', 'Haddad', 'Al-Masri', 'Khalil', 'Nasser', 'Al-Ahmad', 'Saleh', 'Mansour', 'Hamdan'],
    women: ['Layla', 'Huda', 'Rania', 'Samira', 'Amal', 'Dina', 'Yasmin', 'Salma', 'Hanan'],
    men: ['Ahmad', 'Khaled', 'Mahmoud', 'Hassan', 'Mustafa', 'Samir', 'Ziad', 'Karim', 'Faisal'],
  },
  {
    group: 'zh',
    perThousand: 9,
    surnames: ['Wang', 'Li', 'Zhang', 'Liu', 'Chen', 'Yang', 'Huang', 'Wu', 'Zhou', 'Lau', 'Wong', 'Cheung'],
    women: ['Mei', 'Xiu', 'Ling', 'Yan', 'Fang', 'Jing', 'Na', 'Hui', 'Ying'],
    men: ['Wei', 'Jun', 'Ming', 'Hao', 'Lei', 'Tao', 'Bo', 'Chun', 'Kai'],
  },
  {
    group: 'af',
    perThousand: 14,
    surnames: ['Okafor', 'Adeyemi', 'Mensah', 'Okoye', 'Abdi', 'Mohamud', 'Moyo', 'Ndlovu', 'Asante', 'Osei', 'Eze'],
    women: ['Chioma', 'Amina', 'Grace', 'Blessing', 'Ngozi', 'Fadumo', 'Adaeze', 'Hodan', 'Thandi'],
    men: ['Emeka', 'Kwame', 'Tunde', 'Abdirahman', 'Kofi', 'Chidi', 'Tendai', 'Yaw', 'Samuel'],
  },
]
