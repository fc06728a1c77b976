// Loaded before anything is painted: lets the style sheets know that script runs, so that nothing jumps later.
document.documentElement.classList.add('js')
if (localStorage.getItem('stet-keys') === 'off') document.documentElement.classList.add('keys-off')
