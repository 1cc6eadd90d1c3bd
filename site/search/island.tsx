import type { ComponentProps } from 'react';
import { hydrateRoot } from 'react-dom/client';
import SearchBox from './SearchBox.tsx';

/** Takes over the form that stands in the page, with the words and the focus that it has. Its properties are those that the page was printed with. */
const place = document.getElementById('search-island');
if (place?.dataset.props) hydrateRoot(place, <SearchBox {...(JSON.parse(place.dataset.props) as ComponentProps<typeof SearchBox>)} />);
