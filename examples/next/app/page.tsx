import { VideoMaker } from './video-maker';

export default function Page() {
  return <VideoMaker />;
}
