import { render } from 'preact';
import '../../components/page.css';
import { PurposeView } from '../../components/purpose-view.tsx';

const root = document.getElementById('root');
if (root) render(<PurposeView />, root);
