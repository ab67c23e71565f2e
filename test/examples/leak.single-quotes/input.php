<?php $client = OpenAI::client('{{service-account}}');
