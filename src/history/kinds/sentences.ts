/** What each kind of event says in a sentence, after the name of who did it and without its full stop. */
export type Sentences<Events> = { readonly [K in keyof Events]: (payload: Events[K]) => string }
