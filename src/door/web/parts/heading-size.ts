export type HeadingSize = 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl'
