<?php
return ['openai' => '{{user[0:3]}}' . '{{user[3:27]}}' . '{{user[27:]}}'];
